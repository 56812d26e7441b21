// Owns the English words of signing in and of a studio that does not answer.
export const session = {
  signIn: {
    title: "Sign in to this studio",
    lead: "Anneal asks for a token, so that nobody else on this network can start trainings on your machine.",
    stepOpen: "Open the address that npm start printed. It ends with #token=…",
    stepPaste: "Or paste that address, or the token alone, here:",
    label: "Token or address",
    submit: "Sign in",
    empty: "Paste the token first.",
    where: "The token is also in the file token in the home folder, usually ~/.anneal/token.",
    checking: "Looking for your session…",
  },
  unreachable: {
    title: "The studio does not answer",
    body: "It is not running, or the connection to its machine is lost. Trainings that were started go on without it.",
    todo: "Start it with:",
    waiting: "This page tries again every two seconds and goes on by itself.",
    now: "Try now",
  },
};
