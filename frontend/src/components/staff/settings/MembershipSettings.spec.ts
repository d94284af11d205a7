import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Role } from '@/api/types'
import { render, serve } from '@/test/render'
import { signedIn } from '@/test/staff'
import { field } from '@/test/within'
import MembershipSettings from './MembershipSettings.vue'

async function shown(role: Role) {
  const calls = serve({ ...signedIn(role), 'GET /settings/unclaimed-members': { body: { months: 12 } }, 'GET /settings/merging': { body: { pointsAlone: 5000 } }, 'GET /settings/partner-leaving': { body: { refundDays: 90 } }, 'PUT /settings/merging': { body: { pointsAlone: 9000 } } })
  const page = render(MembershipSettings)
  await flushPromises()
  return { page, calls }
}

it('an administrator changes each of the settings by itself', async () => {
  const { page, calls } = await shown('administrator')
  expect(page.findAll('h2').map((title) => title.text())).toEqual(['Anggota yang belum diklaim', 'Penggabungan anggota', 'Mitra yang keluar'])
  expect(field(page, 'Selama (hari)').element.value).toBe('90')
  await field(page, 'Sendiri sampai (poin)').setValue('9000')
  await page.findAll('form')[1]!.trigger('submit')
  await flushPromises()
  const writes = calls.filter(({ method }) => method === 'PUT')
  expect(writes.map(({ url }) => new URL(url).pathname)).toEqual(['/api/v1/settings/merging'])
  expect(await writes[0]!.json()).toEqual({ pointsAlone: 9000 })
})

it('an auditor only reads them', async () => {
  const { page } = await shown('auditor')
  expect(page.findAll('button')).toHaveLength(0)
  expect(page.findAll('fieldset[disabled]')).toHaveLength(3)
})
