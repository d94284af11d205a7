import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Notice } from '@/api/membership'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import NoticeRow from './NoticeRow.vue'

const notice: Notice = {
  noticeId: 'not_1',
  kind: 'points_expiring',
  topic: 'expiry',
  title: { id: '120 poin akan hangus', en: '120 points will expire' },
  text: { id: 'Pakai sebelum 30 November.', en: 'Use them before 30 November.' },
  at: '2026-11-22T02:10:00Z',
  seen: false,
  sent: ['email'],
}

async function row(props: Record<string, unknown>, language: 'id' | 'en' = 'id') {
  serve({ 'GET /program': { body: program } })
  const shown = render(NoticeRow, { props, language })
  await flushPromises()
  return shown.text().replaceAll('\u00a0', ' ')
}

it('marks news that was not seen yet, and no other', async () => {
  expect(await row({ notice })).toBe('120 poin akan hangusbaruPakai sebelum 30 November.hari ini 09.10')
  expect(await row({ notice: { ...notice, seen: true } }, 'en')).toBe('120 points will expireUse them before 30 November.today 09:10')
})

it('tells staff which ways it was sent, and nothing of whether it was seen', async () => {
  expect(await row({ notice, withChannels: true })).toBe('120 poin akan hangusPakai sebelum 30 November.hari ini 09.10 · kotak masuk · Email')
})
