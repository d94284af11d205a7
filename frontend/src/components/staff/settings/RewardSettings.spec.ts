import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Role } from '@/api/types'
import { render, serve } from '@/test/render'
import { signedIn } from '@/test/staff'
import { field } from '@/test/within'
import RewardSettings from './RewardSettings.vue'

async function shown(role: Role) {
  const calls = serve({ ...signedIn(role), 'GET /settings/rewards': { body: { cancelHours: 24, undoHours: 2, graceDays: 14, lowCodes: 50 } }, 'GET /settings/offers': { body: { announcedPerWeek: 3 } }, 'PUT /settings/offers': { body: { announcedPerWeek: 2 } } })
  const page = render(RewardSettings)
  await flushPromises()
  return { page, calls }
}

it('an administrator changes how rewards come back and how often offers are told', async () => {
  const { page, calls } = await shown('administrator')
  expect(page.findAll('h2').map((title) => title.text())).toEqual(['Hadiah dan voucer', 'Pemberitahuan penawaran'])
  expect(field(page, 'Ingatkan bila kode tersisa').element.value).toBe('50')
  await field(page, 'Paling banyak per tujuh hari').setValue('2')
  await page.findAll('form')[1]!.trigger('submit')
  await flushPromises()
  expect(await calls.find(({ method }) => method === 'PUT')!.json()).toEqual({ announcedPerWeek: 2 })
})

it('a marketer only reads them', async () => {
  const { page } = await shown('marketer')
  expect(page.findAll('button')).toHaveLength(0)
  expect(field(page, 'Ingatkan bila kode tersisa').element.value).toBe('50')
})
