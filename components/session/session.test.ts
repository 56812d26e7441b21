// Proves what may be pasted as a token, and what each answer of the server makes of the page.
import { describe, expect, test } from "vitest";
import { ApiFailure } from "@/client/http.ts";
import type { ErrorCode } from "@/contract/errors.ts";
import { readToken } from "./read-token.ts";
import { sessionState } from "./session-state.ts";

describe("token", () => {
  test.each([
    ["  abc-123 \n", "abc-123"],
    ["http://127.0.0.1:7410/#token=abc-123", "abc-123"],
    ["#token=abc", "abc"],
    ["127.0.0.1:7410/models/#x=1&token=a%2Bb", "a+b"],
    ["http://127.0.0.1:7410/", ""],
    ["http://127.0.0.1:7410/#", ""],
    ["two words", ""],
    ["", ""],
  ])("%j gives %j", (pasted, token) => {
    expect(readToken(pasted)).toBe(token);
  });
});

function refusal(status: number, code: ErrorCode) {
  return new ApiFailure(status, { code, message: "" });
}
const silence = new ApiFailure(0, null);

describe("session", () => {
  test.each([
    ["nothing heard yet", false, null, "checking"],
    ["known", true, null, "open"],
    ["no session", false, refusal(401, "auth.required"), "closed"],
    ["ended by the server", true, refusal(401, "auth.required"), "closed"],
    ["wrong token", false, refusal(401, "auth.wrong-token"), "closed"],
    ["too many tries", false, refusal(429, "rate.limited"), "closed"],
    ["silence at first", false, silence, "unreachable"],
    ["a gateway without a server", false, new ApiFailure(502, null), "unreachable"],
    ["silence later", true, silence, "open"],
    ["foreign host", false, refusal(403, "auth.forbidden-host"), "refused"],
    ["a fault later", true, refusal(500, "internal"), "open"],
  ])("%s", (_, known, error, status) => {
    expect(sessionState({ known, error }).status).toBe(status);
  });

  test("only a refused try is shown as an error", () => {
    expect(sessionState({ known: false, error: refusal(401, "auth.required") })).toEqual({
      status: "closed",
      error: null,
    });
    const wrong = refusal(401, "auth.wrong-token");
    expect(sessionState({ known: false, error: wrong })).toEqual({ status: "closed", error: wrong });
  });
});
