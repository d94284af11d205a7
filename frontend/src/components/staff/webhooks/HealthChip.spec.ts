import { expect, it } from 'vitest'
import { render } from '@/test/render'
import HealthChip from './HealthChip.vue'

const endpoint = { webhookEndpointId: 'whe_1', partnerId: 'par_1', url: 'https://hooks.example.com', description: 'CRM', types: [], enabled: true, secrets: [], createdAt: '2026-11-22T00:00:00Z', version: 1 }

it.each([
  [{}, 'Belum ada kiriman'],
  [{ lastDeliveredAt: '2026-11-22T00:00:00Z' }, 'Berjalan'],
  [{ lastDeliveredAt: '2026-11-22T00:00:00Z', failingSince: '2026-11-23T00:00:00Z' }, 'Gagal'],
  [{ enabled: false, failingSince: '2026-11-23T00:00:00Z' }, 'Mati'],
])('an endpoint with %o is told in one word', (more, word) => {
  expect(render(HealthChip, { props: { endpoint: { ...endpoint, ...more } } }).text()).toBe(word)
})
