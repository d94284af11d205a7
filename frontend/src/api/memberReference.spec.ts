import { expect, it } from 'vitest'
import { memberReference } from './memberReference'

it('tells an e-mail address, a phone number and a card apart', () => {
  expect(memberReference(' sari@contoh.id ')).toEqual({ email: 'sari@contoh.id' })
  expect(memberReference('0812-3456-7890')).toEqual({ phone: '0812-3456-7890' })
  expect(memberReference('+62 812 3456 7890')).toEqual({ phone: '+62 812 3456 7890' })
  expect(memberReference('6042 1189 3357')).toEqual({ card: '6042 1189 3357' })
})
