// Owns the columns of the table: their order, widths and in which width of the window they show.

export const columnClass = {
  select: "w-9 pl-3",
  state: "w-28 px-2 lg:w-30",
  name: "px-2",
  what: "w-[22%] px-2 hidden lg:table-cell",
  progress: "w-36 px-2 lg:w-58",
  loss: "w-20 px-2 lg:w-38 text-right",
  started: "w-22 px-2 text-right hidden xl:table-cell",
  duration: "w-26 px-2 text-right hidden xl:table-cell",
  actions: "w-10 pr-1.5 text-right",
} as const;

export type Column = keyof typeof columnClass;
