import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { type Pages, usePages } from '@/composables/usePages'
import { render } from '@/test/render'
import { button } from '@/test/within'
import PagedList from './PagedList.vue'

const slots = { default: '<template #default="{ items }"><p class="items">{{ items.join(", ") }}</p></template>' }
const broken = new Problem(503, 'busy', 'Sibuk', undefined, 'req_1')

async function shown(read: Parameters<typeof usePages<string>>[0]) {
  const pages: Pages<string> = usePages(read)
  const list = render(PagedList, { props: { pages, empty: 'Belum ada apa-apa' }, slots })
  await flushPromises()
  return list
}

describe('a list read page by page', () => {
  it('adds the next page to what is shown, until there is no more', async () => {
    const list = await shown(async (cursor) => (cursor ? { items: ['c'] } : { items: ['a', 'b'], nextCursor: '2' }))
    expect(list.get('.items').text()).toBe('a, b')
    await button(list, 'Tampilkan lagi').trigger('click')
    await flushPromises()
    expect(list.get('.items').text()).toBe('a, b, c')
    expect(list.findAll('button')).toHaveLength(0)
  })

  it('keeps what was read when the next page cannot be', async () => {
    const list = await shown(async (cursor) => {
      if (cursor) throw broken
      return { items: ['a'], nextCursor: '2' }
    })
    await button(list, 'Tampilkan lagi').trigger('click')
    await flushPromises()
    expect(list.get('[role=alert]').text()).toContain('req_1')
    expect(list.get('.items').text()).toBe('a')
  })

  it('says that it is empty, and is read again where it could not be read at all', async () => {
    const read = vi.fn<Parameters<typeof usePages<string>>[0]>().mockRejectedValueOnce(broken).mockResolvedValueOnce({ items: [] })
    const list = await shown(read)
    expect(list.find('[role=alert]').exists()).toBe(true)
    await button(list, 'Coba lagi').trigger('click')
    await flushPromises()
    expect(list.text()).toBe('Belum ada apa-apa')
  })
})
