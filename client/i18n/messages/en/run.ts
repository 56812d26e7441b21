// Owns the English words of the page of one run.
export const run = {
  state: {
    queued: "Queued",
    starting: "Starting",
    preparing: "Preparing",
    running: "Running",
    evaluating: "Evaluating",
    saving: "Saving",
    merging: "Merging",
    installing: "Installing",
    pausing: "Pausing",
    stopping: "Stopping",
    paused: "Paused",
    succeeded: "Succeeded",
    stopped: "Stopped",
    failed: "Failed",
    lost: "Lost",
    stalled: "No sign of life",
    stalledHelp: "The process is there but has not reported or logged anything for a while. Look at its log.",
  },
};
