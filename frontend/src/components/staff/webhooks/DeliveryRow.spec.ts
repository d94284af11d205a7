import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { WebhookAttempt, WebhookDelivery } from '@/api/webhooks'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import DeliveryRow from './DeliveryRow.vue'

const delivery: WebhookDelivery = { webhookDeliveryId: 'whd_1', eventId: 'evt_1', type: 'purchase.posted', recordedAt: '2026-11-22T01:42:00Z', state: 'waiting', attempts: [] }
const attempt = (number: number, outcome: Pick<WebhookAttempt, 'status' | 'failure'>): WebhookAttempt => ({ number, attemptedAt: '2026-11-22T01:43:00Z', durationMillis: 120, answer: '', ...outcome })

async function row(given: Partial<WebhookDelivery> = {}) {
  serve({ 'GET /program': { body: program } })
  const shown = render(DeliveryRow, { props: { endpointId: 'whe_1', delivery: { ...delivery, ...given } } })
  await flushPromises()
  return shown
}

it('says what was recorded when, in the time of the program, and leads to it', async () => {
  const shown = await row()

  expect(shown.get('code').text()).toBe('purchase.posted')
  expect(shown.text().replaceAll('\u00a0', ' ')).toMatch(/22 Nov, 08.42 · belum dicoba$/)
  expect(shown.get('a').attributes('href')).toBe('/staff/webhooks/whe_1/deliveries/whd_1')
})

it('says why the last attempt failed, how many there were, and when the next is', async () => {
  const shown = await row({ attempts: [attempt(1, { failure: 'timed_out' }), attempt(2, { failure: 'refused', status: 503 })], nextAttemptAt: '2026-11-22T06:00:00Z' })

  expect(shown.text().replaceAll('\u00a0', ' ')).toMatch(/Ditolak penerima \(503\) · 2 upaya · berikutnya hari ini 13.00$/)
})

it('says that it was taken', async () => {
  const shown = await row({ state: 'delivered', attempts: [attempt(1, { status: 204 })] })

  expect(shown.text()).toContain('Terkirim')
  expect(shown.text()).toMatch(/Diterima \(204\)$/)
})
