import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import RejudgementList from './RejudgementList.vue'

describe('what was judged again', () => {
  it('says why, and how far it is', () => {
    const text = render(RejudgementList, { props: { items: [{ rejudgementId: 'rej_1', reason: 'Salah ketik', version: 2, state: 'waiting', requestedAt: '2026-11-20T03:00:00Z' }] } }).text()
    expect(text).toContain('Salah ketik')
    expect(text).toContain('Menunggu otorisasi')
  })
})
