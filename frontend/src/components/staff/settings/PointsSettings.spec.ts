import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Role } from '@/api/types'
import { render, serve } from '@/test/render'
import { signedIn } from '@/test/staff'
import { field } from '@/test/within'
import PointsSettings from './PointsSettings.vue'

const payment = { minimumPoints: 100, stepPoints: 10, mostPercent: 50, excludedCategories: [], excludedSkus: [], beforeTax: false, graceDays: 14, proofs: [] }

async function shown(role: Role) {
  serve({ ...signedIn(role), 'GET /settings/points-payment': { body: payment }, 'GET /settings/member-spending': { body: { proofFromPoints: 1000, proofMinutes: 10, coolingHours: 24 } }, 'GET /settings/receipt-claims': { body: { days: 14 } } })
  const page = render(PointsSettings)
  await flushPromises()
  return page
}

it('shows all that settles how points are used, to be changed by an administrator', async () => {
  const page = await shown('administrator')
  expect(page.findAll('h2').map((title) => title.text())).toEqual(['Membayar dengan poin', 'Bukti diri saat memakai poin', 'Klaim struk'])
  expect(['Paling sedikit (poin)', 'Mulai dari (poin)', 'Hari setelah belanja'].map((label) => field(page, label).element.value)).toEqual(['100', '1000', '14'])
  expect(page.findAll('button[type=submit]')).toHaveLength(3)
})

it('is only read by others', async () => {
  expect((await shown('finance')).findAll('button[type=submit]')).toHaveLength(0)
})
