import { expect, it } from 'vitest'
import { actionsOf, keyOf, placeKeys } from './staffActions'
import { staffPlaces } from './staffPlaces'

it('offers what a role may begin', () => {
  expect(actionsOf(['marketer']).map(({ name }) => name)).toContain('staff-rule-new')
  expect(actionsOf(['service_agent'])).toEqual([])
  expect(actionsOf(['administrator']).map(({ name }) => name)).toContain('staff-invite')
})

it('every letter leads to a place of the menu, each to another', () => {
  const names = Object.values(placeKeys)
  expect(staffPlaces.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
  expect(new Set(names).size).toBe(names.length)
  expect(keyOf('staff-rules')).toBe('r')
  expect(keyOf('staff-limits')).toBeUndefined()
})
