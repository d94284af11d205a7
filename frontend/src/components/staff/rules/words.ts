/** A run of words that stayed, went, or came. */
export interface WordRun {
  kind: 'same' | 'gone' | 'come'
  text: string
}

/** Which words of a text went and which came, as few as can be; words tied to their figure count as one. */
export function wordRuns(before: string, after: string): WordRun[] {
  const old = words(before)
  const now = words(after)
  const common = lengths(old, now)
  const runs: WordRun[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(runs, 'same', old[i]!)
      i++
      j++
    } else if (j >= now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      add(runs, 'gone', old[i++]!)
    } else {
      add(runs, 'come', now[j++]!)
    }
  }
  return runs
}

function words(text: string): string[] {
  return text.split(/[ \n]+/).filter((word) => word !== '')
}

/** How many words the rests from each place have in common, in order. */
function lengths(old: string[], now: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) table[i]![j] = old[i] === now[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

function add(runs: WordRun[], kind: WordRun['kind'], word: string) {
  const last = runs.at(-1)
  if (last?.kind === kind) last.text += ` ${word}`
  else runs.push({ kind, text: word })
}
