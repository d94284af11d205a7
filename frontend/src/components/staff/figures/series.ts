/** What a chart shows: the ticks of its axis and a line of values, or a row of bars, for each name. */
export interface ChartSeries {
  kind: 'bars' | 'lines'
  stacked: boolean
  ticks: string[]
  lines: { name: string; values: (number | undefined)[] }[]
}

/** How a chart speaks. */
export interface ChartWords {
  description: string
  short: (value: number) => string
  full: (value: number | undefined) => string
  width: number
}
