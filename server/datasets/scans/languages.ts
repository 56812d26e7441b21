// Owns guessing the language of a text: by its script, and for Latin letters by the small words that stand between the others.
// A guess about most rows is enough here; "other" is an answer.

const SAMPLE = 2000;

const SCRIPTS: readonly [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["el", /\p{Script=Greek}/gu],
];
/** Their signs stand for more than a letter each. */
const DENSE = ["ja", "ko", "zh"];

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the of and to in is that for it with as was on are this be you your have what".split(" "),
  de: "der die und das ist nicht ein eine zu den mit von auf für sich auch ich sie es wie".split(" "),
  fr: "le la les et des est une dans que pour pas du qui sur il vous je avec ce sont".split(" "),
  es: "el la de que y en los del se las por un para con una es su al lo como".split(" "),
  pt: "o a de que e do da em um para é com não uma os no se na por mais".split(" "),
  it: "il di che è la e un per non in una sono con si le da del come ma questo".split(" "),
  nl: "de het een en van is dat niet te op voor met zijn je ik die er aan ook om".split(" "),
  pl: "i w nie na to się z jest że do jak o ale co po tak za od czy przez".split(" "),
  tr: "bir ve bu için ile da de ne çok gibi daha olan var en ama kadar mi ben sen o".split(" "),
  vi: "là của và có không được cho một trong những với các này để người khi đã ra tôi bạn".split(" "),
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(sample)) {
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    for (const [language, script] of SCRIPTS) {
      const found = sample.match(script)?.length ?? 0;
      if (found > letters * (DENSE.includes(language) ? 0.15 : 0.4)) return language;
    }
  }
  const scores: Record<string, number> = {};
  let words = 0;
  for (const [word] of sample.toLowerCase().matchAll(/\p{L}+/gu)) {
    words += 1;
    for (const language of languagesOf.get(word) ?? []) scores[language] = (scores[language] ?? 0) + 1;
  }
  const [best, second] = Object.entries(scores).sort(([, a], [, b]) => b - a);
  const isClear = best !== undefined && best[1] >= Math.max(1, words * 0.08) && best[1] > (second?.[1] ?? 0);
  return isClear ? best[0] : "other";
}
