const day = 86_400_000

/** The Mondays of the weeks that two days and all between them lie in. */
export function weeksBetween(from: string, until: string): string[] {
  const first = mondayOf(Date.parse(`${from}T00:00:00Z`))
  const last = Date.parse(`${until}T00:00:00Z`)
  return Array.from({ length: Math.max(0, Math.floor((last - first) / (7 * day)) + 1) }, (_, index) => new Date(first + index * 7 * day).toISOString().slice(0, 10))
}

function mondayOf(moment: number): number {
  return moment - ((new Date(moment).getUTCDay() + 6) % 7) * day
}
