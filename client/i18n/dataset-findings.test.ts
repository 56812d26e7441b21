// Shows that every fault a dataset can have is said in Chinese as well, with only parameters that the server sends.
import { createTranslator } from "use-intl";
import { expect, it } from "vitest";
import { faultOf, findingCodes } from "../../server/datasets/formats/finding-codes.ts";
import { datasetFindings } from "./messages/zh/dataset-findings.ts";

const keyOf = (code: string) => code.replace(".", "-");
const wanted = findingCodes.flatMap((code) => [
  keyOf(code),
  ...(faultOf(code).fix === null ? [] : [`${keyOf(code)}-fix`]),
]);

it("has words for every code and every fix, and for nothing else", () => {
  expect(Object.keys(datasetFindings).sort()).toEqual(wanted.sort());
});

it.each(findingCodes)("says %s with the parameters of the English words", (code) => {
  const names = [...faultOf(code).message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const problems: string[] = [];
  const t = createTranslator({
    locale: "zh",
    messages: datasetFindings,
    onError: (error) => problems.push(error.message),
  });
  const said = t(keyOf(code), Object.fromEntries(names.map((name) => [name, "X"])));
  expect(problems).toEqual([]);
  expect(said).not.toContain("{");
});
