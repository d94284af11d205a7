import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Notice } from '@/api/membership'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { button, words } from '@/test/within'
import SentNotices from './SentNotices.vue'

const notice = (noticeId: string, title: string): Notice => ({ noticeId, kind: 'points_earned', topic: 'points_in', title: same(title), text: same('Dari Toko Menteng.'), at: '2026-03-22T01:42:00Z', seen: false, sent: ['email'] })

it('shows what the member was told and by which ways, a few at a time', async () => {
  const calls = serve({ 'GET /members/mem_1/notices': { body: { items: [notice('not_1', 'Poin masuk')], nextCursor: 'c2' } } })
  const notices = render(SentNotices, { props: { memberId: 'mem_1' } })
  await flushPromises()
  expect(words(notices)).toContain('Poin masukDari Toko Menteng.')
  expect(words(notices)).toMatch(/Kotak masuk.*email/i)
  await button(notices, 'Tampilkan lagi').trigger('click')
  await flushPromises()
  const asked = calls.filter(({ url }) => url.includes('/notices')).map(({ url }) => new URL(url).search)
  expect(asked).toEqual(['?limit=5', '?limit=5&cursor=c2'])
  expect(notices.findAll('li')).toHaveLength(2)
})

it('says so when the member was told nothing', async () => {
  serve({ 'GET /members/mem_1/notices': { body: { items: [] } } })
  const notices = render(SentNotices, { props: { memberId: 'mem_1' } })
  await flushPromises()
  expect(notices.text()).toContain('Belum ada kabar')
})
