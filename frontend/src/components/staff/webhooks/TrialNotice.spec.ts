import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TrialNotice from './TrialNotice.vue'

const trial = { webhookDeliveryId: 'whd_1', eventId: 'evt_1', type: 'webhook.test', recordedAt: '2026-11-22T00:00:00Z' }
const attempt = { number: 1, attemptedAt: '2026-11-22T00:00:00Z', durationMillis: 12, answer: '' }

it('says that a trial arrived', () => {
  const text = render(TrialNotice, { props: { trial: { ...trial, state: 'delivered', attempts: [{ ...attempt, status: 204 }] } } }).text()
  expect(text).toContain('Percobaan sampai di penerima.')
  expect(text).toContain('Diterima (204)')
})

it('says why not, and what to look at', () => {
  const text = render(TrialNotice, { props: { trial: { ...trial, state: 'dead', attempts: [{ ...attempt, failure: 'host_unknown' }] } } }).text()
  expect(text).toContain('Nama alamat tidak dikenal')
  expect(text).toContain('Periksa alamat')
})
