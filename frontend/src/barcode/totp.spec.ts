import { expect, it } from 'vitest'
import { codeKey, codeOf, fromBase32 } from './totp'

const seed = new TextEncoder().encode('12345678901234567890')

it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('the code at %i seconds is the one of RFC 6238', async (seconds, code) => {
  expect(await codeOf(await codeKey(seed), Math.floor(seconds / 30), 8)).toBe(code)
})

it('a seed is read from base 32', () => {
  expect(fromBase32('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toEqual(seed)
})

it('a key cannot be read again', async () => {
  await expect(crypto.subtle.exportKey('raw', await codeKey(seed))).rejects.toThrow()
})
