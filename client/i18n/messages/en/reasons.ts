// Owns the English words of what went wrong with engines and runs. Next to none: the server speaks English itself.
export const reasons: Readonly<Record<string, string>> = {
  "failure-engine-error-todo":
    "Read the details. Correct the config in a new run, or retry when the cause is outside of it.",
  "failure-setup-todo": "Read the details, see to the cause, and install it again.",
};
