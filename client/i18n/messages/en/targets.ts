// Owns the English words about what an adapter is put on, and about judging a config for another GPU.

export const targets = {
  looking: "Looking at the modules of this model…",
  matched: "{matched, number} modules learn, of {linear, number} linear layers in the model.",
  none: "This matches none of the {linear, number} linear layers of the model.",
  part: {
    language: "Language model",
    vision: "Vision",
    audio: "Audio",
    projector: "Projector",
    head: "Output",
  },
  partCount: "{matched, number} of {linear, number}",
  frozen: "stays as it is",
  group: "{kind} × {count, number}",
  more: "Which modules",
  unfit:
    "{count, number} more are no layers that an adapter can be put on, such as {name}. The engine stops there.",
  idle: "Nothing is called {names}.",
  usual: "This model is not on this machine: counted with the usual sizes of {model}.",
  use: "Use",
  useHint: "matches {matched, number}",
  badPattern: "Python cannot read this pattern: {message}",
  badPatternAt: "Python cannot read this pattern, at character {at, number}: {message}",
  endless: "Matching did not end within {seconds, number} seconds. The engine would wait for ever.",
  unknown: "The modules of this model are not known here. {message}",
  unavailable: "{name} could not be asked which modules this matches.",
};

export const elsewhere = {
  label: "Judge for",
  here: "This machine",
  asking: "Judging as if on {gpu}…",
  accepted: "On {gpu}: {name} accepts this config.",
  refused: "On {gpu}: this config has to be changed.",
  ours: "On {gpu}: our checks have nothing against it. {name} itself could not be asked.",
};
