// Owns the columns of the table: their order, widths and in which width of the window they show.

export const columnClass = {
  select: "w-9 pl-3",
  state: "w-30 px-2",
  name: "px-2",
  what: "w-[22%] px-2 hidden lg:table-cell",
  progress: "w-58 px-2",
  loss: "w-38 px-2 text-right",
  started: "w-22 px-2 text-right hidden xl:table-cell",
  duration: "w-26 px-2 text-right hidden xl:table-cell",
  actions: "w-10 pr-1.5 text-right",
} as const;

export type Column = keyof typeof columnClass;
