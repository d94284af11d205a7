import { describe, expect, it } from 'vitest'
import { useExport } from './useExport'

const three = async (cursor?: string) => ({ items: [cursor ?? 'first'], nextCursor: cursor === 'third' ? undefined : cursor === 'second' ? 'third' : 'second' })

describe('an export', () => {
  it('reads to the end and hands over everything', async () => {
    const written: string[][] = []
    const { run, cut, count } = useExport(three, (items) => written.push(items), 100)
    await run()
    expect(written).toEqual([['first', 'second', 'third']])
    expect([cut.value, count.value]).toEqual([false, 3])
  })

  it('says when there was more than a file may hold', async () => {
    const written: string[][] = []
    const { run, cut } = useExport(three, (items) => written.push(items), 2)
    await run()
    expect(written).toEqual([['first', 'second']])
    expect(cut.value).toBe(true)
  })

  it('writes nothing once stopped', async () => {
    const written: string[][] = []
    const { run, stop } = useExport(three, (items) => written.push(items), 100)
    const running = run()
    stop()
    await running
    expect(written).toEqual([])
  })
})
