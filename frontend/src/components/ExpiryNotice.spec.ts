import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ExpiryNotice from './ExpiryNotice.vue'

const expiry = { points: 1200, at: '2026-11-30T17:00:00Z', worth: { amount: '12000', currency: 'IDR' } }
const text = (language: 'id' | 'en') => render(ExpiryNotice, { props: { expiry }, language }).text().replaceAll('\u00a0', ' ')

it('names the last day the points can be used, not the moment they lapse, and what they are worth', () => {
  expect(text('id')).toBe('1.200 poin akan hangus pada 30 November 2026Nilainya Rp12.000.')
  expect(text('en')).toBe('1,200 points will expire on 30 November 2026They are worth Rp12,000.')
})
