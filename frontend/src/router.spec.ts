import { expect, it } from 'vitest'
import { safeNext } from './router'

it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)', undefined, ['/home']])(
  'after signing in, %s is never followed',
  (next) => expect(safeNext(next, '/home')).toBe('/home'),
)

it('a page of this site is', () => {
  expect(safeNext('/activity?month=1', '/home')).toBe('/activity?month=1')
})
