import { expect, it } from 'vitest'
import type { StaffResponse } from '@/api/types'
import { render } from '@/test/render'
import { rina } from '@/test/staffPerson'
import StaffState from './StaffState.vue'

const state = (given: Partial<StaffResponse>) => render(StaffState, { props: { person: { ...rina, ...given }, now: '2026-11-22T04:00:00Z' } }).text()

it('tells who is at work, who is not, and who has not come yet', () => {
  expect(state({ state: 'active' })).toBe('Aktif')
  expect(state({ state: 'disabled' })).toBe('Nonaktif')
  expect(state({ state: 'invited', invitedUntil: '2026-11-23T04:00:00Z' })).toBe('Diundang')
})

it('an invitation whose time is over has lapsed', () => {
  expect(state({ state: 'invited', invitedUntil: '2026-11-22T04:00:00Z' })).toBe('Undangan kedaluwarsa')
  expect(state({ state: 'invited' })).toBe('Undangan kedaluwarsa')
})
