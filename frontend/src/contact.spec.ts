import { describe, expect, it } from 'vitest'
import { formatPhone } from '@/format'
import { international, isEmail, looksReachable } from './contact'

describe('one field for e-mail and phone', () => {
  it('tells them apart by the @', () => {
    expect(isEmail('sari@contoh.id')).toBe(true)
    expect(isEmail('0812-3456-7890')).toBe(false)
  })

  it.each(['0812-3456-7890', '+62 812 3456 7890', '(0812) 3456 7890', '62812 3456 7890', 'sari@contoh.id'])('takes %s', (text) => {
    expect(looksReachable(text, true)).toBe(true)
  })

  it.each(['', 'sari', 'sari@', 'sari@contoh', '0812', '0812-CALL-ME'])('does not take %s', (text) => {
    expect(looksReachable(text, true)).toBe(false)
  })

  it('takes no phone where none can be reached', () => {
    expect(looksReachable('0812-3456-7890', false)).toBe(false)
    expect(looksReachable('sari@contoh.id', false)).toBe(true)
  })

  it('writes numbers for abroad and for home', () => {
    expect(international('0812-3456-7890')).toBe('+6281234567890')
    expect(international('62 812 3456 7890')).toBe('+6281234567890')
    expect(international('+65 9123 4567')).toBe('+6591234567')
    expect(formatPhone('+6281234567890')).toBe('0812-3456-7890')
    expect(formatPhone('+6591234567')).toBe('+6591234567')
  })
})
