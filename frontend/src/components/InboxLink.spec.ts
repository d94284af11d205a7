import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import InboxLink from './InboxLink.vue'

describe('the link to the inbox', () => {
  it('says how much is unread, for eyes and for ears', async () => {
    serve({ 'GET /members/me/notices/unseen': { body: { unseen: 3 } } })
    const link = render(InboxLink)
    await flushPromises()
    expect(link.text()).toContain('Kotak masuk')
    expect(link.text()).toContain('3 belum dibaca')
  })

  it('is quiet when nothing waits, or nothing is known', async () => {
    serve({ 'GET /members/me/notices/unseen': { body: { unseen: 0 } } })
    const link = render(InboxLink, { language: 'en' })
    await flushPromises()
    expect(link.text()).toBe('Inbox')
  })

  it('shows no more than two digits', async () => {
    serve({ 'GET /members/me/notices/unseen': { body: { unseen: 250 } } })
    const link = render(InboxLink)
    await flushPromises()
    expect(link.text()).toContain('99+')
  })
})
