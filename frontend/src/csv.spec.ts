import { expect, it } from 'vitest'
import { csvOf } from './csv'

it('quotes what needs it and defuses formulas', () => {
  expect(csvOf(['a', 'b'], [['x, "y"', 1], ['=1+1', undefined], ['-5', -5]])).toBe('a,b\r\n"x, ""y""",1\r\n\'=1+1,\r\n\'-5,-5\r\n')
})
