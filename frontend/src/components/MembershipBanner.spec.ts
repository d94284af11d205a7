import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Membership } from '@/api/membership'
import { render, serve } from '@/test/render'
import MembershipBanner from './MembershipBanner.vue'

const closing: Membership['closing'] = { askedAt: '2026-11-22T03:00:00Z', by: 'member', finalAt: '2026-12-06T03:00:00Z' }

async function banner(membership: Partial<Membership>, language: 'id' | 'en' = 'id') {
  serve({ 'GET /members/me/membership': { body: { state: 'active', passwordSet: true, ...membership } } })
  const shown = render(MembershipBanner, { language })
  await flushPromises()
  return shown
}

it('says that the account is frozen, and leads to where it is opened again', async () => {
  const frozen = await banner({ state: 'frozen' })
  expect(frozen.get('[role=status]').text()).toContain('Akun Anda dibekukan')
  expect([frozen.get('a').text(), frozen.get('a').attributes('href')]).toEqual(['Buka kembali', '/cards'])
})

it('names the day a membership ends, and leads to where it is kept', async () => {
  const ending = await banner({ closing })
  expect(ending.text().replaceAll('\u00a0', ' ')).toContain('berakhir pada 6 Desember 2026')
  expect([ending.get('a').text(), ending.get('a').attributes('href')]).toEqual(['Batalkan penutupan', '/account/close'])
})

it('says nothing of a membership that goes on', async () => {
  expect((await banner({})).find('[role=status]').exists()).toBe(false)
})
