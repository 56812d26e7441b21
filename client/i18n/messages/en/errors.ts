// Owns the English words of what, why and what to do for every error code, and for answers that carry none.
export const errors = {
  network: {
    what: "The studio does not answer",
    why: "It is not running, or the connection to its machine is lost. Trainings go on without it.",
    todo: "Start it again with npm start. This page connects by itself.",
  },
  unexpected: {
    what: "Something went wrong that Anneal did not foresee",
    why: "The answer was not one this page understands. Page and server may be of different versions.",
    todo: "Reload the page. If it happens again, copy the details into a bug report.",
  },
  internal: {
    what: "The server ran into an error of its own",
    why: "This is a fault in Anneal, not in what you did. Runs are not affected.",
    todo: "Try again. If it happens again, copy the details into a bug report.",
  },
  request: {
    invalid: {
      what: "The server did not understand the request",
      why: "A value is missing, too long or of the wrong kind.",
      todo: "Correct the value and try again. If you changed nothing by hand, reload the page.",
    },
  },
  auth: {
    required: {
      what: "You are signed out",
      why: "This browser has no session, or the token was replaced.",
      todo: "Open the address that npm start printed, or enter the token.",
    },
    "wrong-token": {
      what: "This is not the token of this studio",
      why: "It has a typing error, or it was replaced by a newer one.",
      todo: "Copy the address that npm start printed last, and paste it here.",
    },
    "forbidden-origin": {
      what: "The server refuses requests from this page",
      why: "The page was opened from another address than the server's own.",
      todo: "Open the address that npm start printed.",
    },
    "forbidden-host": {
      what: "The server does not know itself by this address",
      why: "It answers only on the host it was started for, to keep other sites out.",
      todo: "Open the address that npm start printed, or start it with --host for this one.",
    },
  },
  route: {
    "not-found": {
      what: "The server does not know this request",
      why: "Page and server may be of different versions.",
      todo: "Reload the page.",
    },
  },
  run: {
    "not-found": {
      what: "This run does not exist",
      why: "It was deleted, or the link belongs to another studio.",
      todo: "Look for it in the list of runs, also among the archived ones.",
    },
    "action-not-allowed": {
      what: "The run cannot do that now",
      why: "Its state has changed in the meantime.",
      todo: "Look at its state and choose again.",
    },
    "config-invalid": {
      what: "This config cannot be started",
      why: "It has errors that the engine would stop at.",
      todo: "Correct the marked lines.",
    },
    "name-invalid": {
      what: "This name cannot be used",
      why: "A name has 1 to 80 characters, without slashes and control characters.",
      todo: "Choose another name.",
    },
    "no-checkpoint": {
      what: "There is no checkpoint to go on from",
      why: "The run ended before it saved one, or its files were removed.",
      todo: "Retry the run from the beginning.",
    },
    "nothing-to-merge": {
      what: "This run has nothing to merge",
      why: "It has not written an adapter or a model yet.",
      todo: "Wait until it has saved, or stop it and keep the result.",
    },
    "nothing-to-follow": {
      what: "This cannot be made of this run",
      why: "Its engine does not offer it, or the weights are not there.",
      todo: "Wait until the run has saved, or choose another run; an adapter may have to be merged first.",
    },
  },
  output: {
    "not-empty": {
      what: "The output folder already has files in it",
      why: "Anneal never writes over what is there.",
      todo: "Choose another folder, or empty this one.",
    },
  },
  engine: {
    "not-found": {
      what: "This engine does not exist here",
      why: "The config names an engine this version of Anneal does not have.",
      todo: "Choose one of the engines in Settings.",
    },
    "not-ready": {
      what: "The engine is not ready yet",
      why: "It is not installed, still being installed, or broken.",
      todo: "See Settings, Engines: wait for the installation, or repair it.",
    },
    "package-unknown": {
      what: "This package cannot be installed from here",
      why: "Only packages with a release that fits the engine's locked versions are offered.",
      todo: "Remove the option that needs it, or use an environment of your own.",
    },
    "not-ours": {
      what: "This environment is your own",
      why: "It was named with --engine-python; Anneal never changes such an environment.",
      todo: "Install the package into it by hand; the command is among the details.",
    },
    busy: {
      what: "The engine is busy",
      why: "It is being installed or checked at the moment.",
      todo: "Wait until that is done and try again.",
    },
    refused: {
      what: "The engine refuses this",
      why: "Its own code says no; its words are among the details.",
      todo: "Change what it names and try again.",
    },
    failed: {
      what: "The engine gave no answer",
      why: "The process that asks it ended or took too long.",
      todo: "Try again. If it stays so, repair the engine in Settings.",
    },
  },
  addition: {
    invalid: {
      what: "This cannot be added as it is",
      why: "A name is taken, or a part of it is missing or unknown to the engine.",
      todo: "Correct the part that is named, then save again.",
    },
    "not-found": {
      what: "There is nothing of yours by this name",
      why: "It was removed, or it belongs to the engine or to the examples, which stay as they are.",
      todo: "Reload the list.",
    },
  },
  dataset: {
    "not-found": {
      what: "This dataset does not exist",
      why: "dataset_info.json has no entry of this name, or its file is gone.",
      todo: "Choose another dataset, or correct dataset_info.json.",
    },
    "info-broken": {
      what: "dataset_info.json cannot be read",
      why: "It is not valid JSON.",
      todo: "Correct the line named in the details.",
    },
    invalid: {
      what: "This cannot be registered as a dataset",
      why: "A value of its definition is missing or does not fit.",
      todo: "Correct what is named and save again.",
    },
    "name-taken": {
      what: "A dataset of this name is there already",
      why: "Nothing was changed.",
      todo: "Choose another name, or confirm that it should be replaced.",
    },
    unreadable: {
      what: "The data cannot be read",
      why: "The file is damaged, of another type than its name says, or too deep.",
      todo: "Open the details, repair the file or choose another one.",
    },
  },
  upload: {
    "not-found": {
      what: "This upload is not known",
      why: "It was finished, cancelled or cleaned up.",
      todo: "Begin it again.",
    },
    "out-of-step": {
      what: "The upload is out of step",
      why: "The bytes sent do not begin where the received ones end.",
      todo: "It goes on from what was received.",
    },
  },
  scan: {
    "not-found": {
      what: "This scan is not known any more",
      why: "Results are kept while the server runs.",
      todo: "Start it again.",
    },
  },
  recipe: {
    "not-found": {
      what: "There is no such recipe",
      why: "It was removed, or its file was renamed.",
      todo: "Choose another one from the list.",
    },
    "name-taken": {
      what: "There is a recipe of this name already",
      why: "Nothing was changed.",
      todo: "Choose another name, or replace it.",
    },
  },
  model: {
    "not-found": {
      what: "This model is not in the list",
      why: "It was forgotten in the meantime.",
      todo: "Add its folder again if you need it.",
    },
  },
  path: {
    "not-found": {
      what: "There is no such folder",
      why: "The path has a typing error, or the folder was moved.",
      todo: "Check the path. It is one on the machine the studio runs on.",
    },
    "not-allowed": {
      what: "The studio may not use this path",
      why: "It lies outside the folders it was given, or the system denies access.",
      todo: "Choose another folder, or change its permissions.",
    },
    "not-a-model": {
      what: "This folder is not a model",
      why: "It has no config.json with an architecture, and no adapter_config.json.",
      todo: "Choose the folder that holds these files itself, not one above it.",
    },
  },
  file: {
    "not-found": {
      what: "This file is not there",
      why: "It was moved or deleted, or the run has not written it yet.",
      todo: "Reload the list of files.",
    },
  },
  disk: {
    full: {
      what: "The disk is full",
      why: "There is not enough space left for what was asked.",
      todo: "Delete checkpoints or archived runs you no longer need; Settings, Disk shows what takes space.",
    },
  },
  home: {
    "in-use": {
      what: "Another studio works on this home folder",
      why: "Two at once would both start runs and damage each other's records.",
      todo: "Use the one that is running, or stop it first.",
    },
    "too-new": {
      what: "This home folder belongs to a newer Anneal",
      why: "A newer version has changed how it keeps its records.",
      todo: "Start that version, or choose another folder with --home.",
    },
    "not-writable": {
      what: "The home folder cannot be written",
      why: "Its permissions do not allow it, or its disk is mounted read-only.",
      todo: "Change its permissions, or choose another folder with --home.",
    },
  },
  port: {
    busy: {
      what: "The port is taken",
      why: "Another program listens on it.",
      todo: "Choose another port with --port, or end the other program.",
    },
  },
  rate: {
    limited: {
      what: "Too many attempts",
      why: "The server pauses after several wrong tokens, to stop guessing.",
      todo: "Wait a minute, then try again.",
    },
  },
};
