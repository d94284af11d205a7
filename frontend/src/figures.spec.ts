import { expect, it } from 'vitest'
import { figure, plainFigure } from './figures'

it.each([['1.500.000', 1500000], ['1,500', 1500], ['1 500', 1500], [' 42 ', 42], ['1.5', undefined], ['15 ribu', undefined], ['', undefined], ['-3', undefined], ['1.000.000.000.000', 1e12]])('%s is the figure %s', (written, read) =>
  expect(figure(written)).toBe(read),
)

it('what is no figure stays as it was written', () => {
  expect(plainFigure(' 12.5 ')).toBe('12.5')
  expect(plainFigure('12.500')).toBe('12500')
})
