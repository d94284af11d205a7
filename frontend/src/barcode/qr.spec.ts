import { expect, it } from 'vitest'
import { cardContent, qrPath } from './qr'

it('a card is told by version and number, with an empty code while there is none', () => {
  expect(cardContent('604211893357')).toBe('S1.604211893357.')
  expect(cardContent('604211893357', '493817')).toBe('S1.604211893357.493817')
})

it('a QR is drawn as one path with the finder in its corner', () => {
  const { path, size } = qrPath('S1.604211893357.')
  expect(size).toBeGreaterThanOrEqual(21)
  expect(path.startsWith('M0 0h1v1h-1z')).toBe(true)
})
