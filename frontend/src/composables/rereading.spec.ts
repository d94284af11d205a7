import { expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { rereading } from './rereading'

const changed = new Problem(412, 'changed_meanwhile', 'Changed', undefined, undefined)
const refused = new Problem(409, 'audience_used', 'Used', undefined, undefined)

it('what somebody else changed meanwhile is read anew, and the refusal still told, even where the reading fails', async () => {
  const reread = vi.fn().mockRejectedValue(new Error('offline'))
  await expect(rereading(reread, () => Promise.reject(changed))()).rejects.toBe(changed)
  expect(reread).toHaveBeenCalledTimes(1)
})

it('nothing is read anew for another refusal, or where the act went well', async () => {
  const reread = vi.fn()
  await expect(rereading(reread, () => Promise.reject(refused))()).rejects.toBe(refused)
  expect(await rereading(reread, (name: string) => Promise.resolve(name))('Kopi')).toBe('Kopi')
  expect(reread).not.toHaveBeenCalled()
})
