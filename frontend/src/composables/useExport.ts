import { ref } from 'vue'
import { useAction } from './useAction'

interface Page<Item> {
  items: Item[]
  nextCursor?: string
}

/** Reads a list to its end, or as far as a file may go; it can be stopped. */
export function useExport<Item>(read: (cursor?: string) => Promise<Page<Item>>, write: (items: Item[]) => void, most: number) {
  const count = ref(0)
  const cut = ref(false)
  let stopped = false

  const { run, busy, problem } = useAction(async () => {
    const items: Item[] = []
    let cursor: string | undefined
    stopped = cut.value = false
    count.value = 0
    do {
      const page = await read(cursor)
      if (stopped) return
      items.push(...page.items)
      count.value = items.length
      cursor = page.nextCursor
    } while (cursor && items.length < most)
    cut.value = cursor !== undefined
    write(items.slice(0, most))
  })

  function stop() {
    stopped = true
  }

  return { run, stop, busy, problem, count, cut }
}
