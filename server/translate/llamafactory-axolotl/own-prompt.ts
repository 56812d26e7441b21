// Owns telling which of Axolotl's mappings write a prompt of their own, so that the dataset's name alone says something else.
import type { ConfigValue } from "../../../contract/config-document.ts";
import type { LocalText } from "../../../contract/text.ts";
import { text } from "../rule.ts";

/** Types that write the model's chat template, or no template where LLaMA-Factory writes none. */
const AS_REGISTERED = /^(?:chat_template|completion|chatml\.|llama3\.|bradley_terry\.)/;

export function rewordedBy(
  mapping: Readonly<Record<string, ConfigValue>>,
  dataset: string,
): LocalText | null {
  const { type } = mapping;
  if (typeof type === "string" && AS_REGISTERED.test(type)) return null;
  const named = typeof type === "string" ? `\`${type}\`` : null;
  return text(
    `${dataset}: ${named ? `Axolotl's type ${named}` : "this mapping"} writes a prompt of its own; LLaMA-Factory writes the same rows in the chat template, so other words are learned. Choose ${dataset} from the studio's list in the Axolotl config to have both alike.`,
    `${dataset}：${named ? `Axolotl 的类型 ${named} ` : "此映射"}使用自己的提示格式；LLaMA-Factory 用对话模板书写同样的行，因此学到的文字不同。若要两者一致，请在 Axolotl 配置中从数据集列表选择 ${dataset}。`,
  );
}
