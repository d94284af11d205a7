import { describe, expect, it } from 'vitest'
import { useRequestKey } from './useRequestKey'

describe('the name of a request', () => {
  it('stays while the content does and changes with it', () => {
    const keyOf = useRequestKey()
    const first = keyOf({ points: 100 })

    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(keyOf({ points: 100 })).toBe(first)
    expect(keyOf({ points: 200 })).not.toBe(first)
  })
})
