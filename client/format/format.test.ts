// Proves how numbers, sizes and spans of time read.
import { expect, test } from "vitest";
import { formatBytes } from "./bytes.ts";
import { formatDuration } from "./duration.ts";
import { formatCount, formatLearningRate, formatLoss, formatPercent, formatRate } from "./number.ts";

test.each([
  [1.2, "1.200"],
  [1.20456, "1.205"],
  [12.3456, "12.35"],
  [0.01234567, "0.01235"],
  [0, "0.000"],
  [0.00001234, "1.234e-5"],
  [1234567, "1.235e6"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "∞"],
  [null, "–"],
])("loss %s is %s", (value, text) => expect(formatLoss(value)).toBe(text));

test.each([
  [5e-5, "5.0e-5"],
  [1.25e-4, "1.25e-4"],
  [2e-4, "2.0e-4"],
  [4.98765e-5, "4.99e-5"],
  [1, "1.0e0"],
  [0, "0"],
])("learning rate %s is %s", (value, text) => expect(formatLearningRate(value)).toBe(text));

test.each([
  [0, "0"],
  [9999, "9,999"],
  [12_431, "12.4 k"],
  [999_960, "1.0 M"],
  [1_200_000, "1.2 M"],
  [140_000_000, "140 M"],
  [7_600_000_000, "7.6 B"],
])("count %s is %s", (value, text) => expect(formatCount(value)).toBe(text));

test.each([
  [0, "0 %"],
  [0.001, "1 %"],
  [0.62, "62 %"],
  [0.9999, "99 %"],
  [1, "100 %"],
])("share %s is %s", (value, text) => expect(formatPercent(value)).toBe(text));

test.each([
  [2140, "2,140 tok/s"],
  [3.25, "3.3 tok/s"],
  [0.08, "12.5 s/tok"],
])("rate %s is %s", (value, text) => expect(formatRate(value, "tok")).toBe(text));

test.each([
  [512, "512 B"],
  [1536, "1.50 KiB"],
  [1024 * 1024 - 1, "1.00 MiB"],
  [6.4 * 1024 ** 3, "6.40 GiB"],
  [78.3 * 1024 ** 3, "78.3 GiB"],
  [3000 * 1024 ** 4, "3000 TiB"],
])("%s bytes are %s", (value, text) => expect(formatBytes(value)).toBe(text));

test.each([
  [0.4, "0.4 s", "0.4 秒"],
  [42, "42 s", "42 秒"],
  [185, "3 min 05 s", "3 分 05 秒"],
  [3599.6, "1 h 00 min", "1 小时 00 分"],
  [3840, "1 h 04 min", "1 小时 04 分"],
  [183_600, "2 d 03 h", "2 天 03 小时"],
  [null, "–", "–"],
])("%s seconds are %s", (value, en, zh) => {
  expect(formatDuration(value)).toBe(en);
  expect(formatDuration(value, "zh")).toBe(zh);
});
