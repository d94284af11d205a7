import { expect, it } from 'vitest'
import type { ClaimResponse } from '@/api/types'
import { render } from '@/test/render'
import { waitingClaim } from '@/test/waitingClaim'
import ClaimWaiting from './ClaimWaiting.vue'

const waiting = (changes: Partial<ClaimResponse> = {}, language: 'id' | 'en' = 'id') => render(ClaimWaiting, { props: { claim: { ...waitingClaim, ...changes } }, language })
const words = () => document.body.textContent!.replaceAll('\u00a0', ' ')

it('shows the points that wait, whose they may be, and since when', () => {
  const shown = waiting()
  expect(shown.get('section').attributes('aria-label')).toBe('Poin yang menunggu')
  expect(shown.get('h1').text()).toBe('Ini yang menunggu Anda')
  expect(words()).toContain('Terdaftar di Toko Menteng pada 20 November 2026.')
  expect(words()).toContain('S••• D•••Merah1.360Senilai Rp13.600')
})

it('does without a name and a store', () => {
  waiting({ name: '', store: undefined }, 'en')
  expect(words()).toContain('Enrolled on 20 November 2026.')
  expect(words()).toContain('No nameRed1,360Worth Rp13,600')
})

it('lets out who it is not', async () => {
  const shown = waiting()
  expect(shown.get('button').text()).toBe('Bukan saya')
  await shown.get('button').trigger('click')
  expect(shown.emitted('notMe')).toHaveLength(1)
})
