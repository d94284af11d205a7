import { expect, it } from 'vitest'
import { landingOf, mayEnter, placesOf, staffPlaces } from './staffPlaces'

const names = (...roles: string[]) => placesOf(roles).map(({ name }) => name)

it('administrators see every place', () => {
  expect(placesOf(['administrator'], true)).toEqual(staffPlaces)
  expect(placesOf(['administrator']).map(({ name }) => name)).not.toContain('staff-sandbox')
})

it('everybody else sees the places of their roles', () => {
  expect(names('service_agent')).toContain('staff')
  expect(names('service_agent')).not.toContain('staff-people')
  expect(names('service_agent')).not.toContain('staff-audit')
  expect(names('auditor')).toEqual(expect.arrayContaining(['staff', 'staff-people', 'staff-audit']))
  expect(names('service_agent', 'auditor')).toContain('staff-audit')
})

it('a page for nobody in particular is for everybody, others for their roles', () => {
  expect(mayEnter([], undefined)).toBe(true)
  expect(mayEnter(['finance'], ['marketer'])).toBe(false)
  expect(mayEnter(['finance', 'marketer'], ['marketer'])).toBe(true)
  expect(mayEnter(['administrator'], [])).toBe(true)
})

it('opens on figures for those who steer, on the search for those who help members', () => {
  expect(landingOf(['marketer'])).toBe('/staff/dashboard')
  expect(landingOf(['finance', 'service_agent'])).toBe('/staff/dashboard')
  expect(landingOf(['service_agent'])).toBe('/staff')
  expect(landingOf([])).toBe('/staff')
})
