import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ActivityItem } from '@/api/types'
import { activityItem } from '@/test/activityItem'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import ActivityRow from './ActivityRow.vue'

async function row(shown: Partial<ActivityItem>, language: 'id' | 'en' = 'id', withBalance = false) {
  serve({ 'GET /program': { body: program } })
  const rendered = render(ActivityRow, { props: { item: { ...activityItem, ...shown }, withBalance }, language })
  await flushPromises()
  return { rendered, text: rendered.text().replaceAll('\u00a0', ' ') }
}

describe('a change of points', () => {
  it('tells what it was, when, and how much came, and opens by a tap', async () => {
    const { rendered, text } = await row({}, 'id', true)
    expect(text).toContain('Belanja di Menteng')
    expect(text).toContain('Rp1.186.500 · kemarin 18.42')
    expect(text).toContain('+1.186 poin')
    expect(text).toContain('Saldo 2.500')

    await rendered.get('button').trigger('click')
    expect(rendered.emitted('open')).toEqual([[activityItem]])
  })

  it('is told in the other language too', async () => {
    const { text } = await row({ note: { id: 'Dibulatkan', en: 'Rounded down' } }, 'en')
    expect(text).toMatch(/Purchase at Menteng.*Rp1,186,500 · yesterday 18:42Rounded down\+1,186 points$/)
  })

  it('that only waits shows no zero, one that gave nothing does', async () => {
    const waiting = await row({ points: 0, pendingPoints: 90 })
    expect(waiting.text).toMatch(/\+90\s*tertunda$/)
    expect(waiting.text).not.toContain('poin')
    expect((await row({ points: 0 })).text).toMatch(/0 poin$/)
    expect((await row({ points: -300, kind: 'spend' })).text).toMatch(/−300 poin$/)
  })
})
