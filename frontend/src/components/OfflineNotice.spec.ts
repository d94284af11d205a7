import { afterEach, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { render } from '@/test/render'
import OfflineNotice from './OfflineNotice.vue'

afterEach(() => void vi.restoreAllMocks())

async function turn(online: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  dispatchEvent(new Event(online ? 'online' : 'offline'))
  await nextTick()
}

it('says so while there is no connection, and no longer', async () => {
  const notice = render(OfflineNotice)
  expect(notice.get('[role=status]').text()).toBe('')

  await turn(false)
  expect(notice.get('[role=status]').text()).toContain('Anda sedang offline')

  await turn(true)
  expect(notice.get('[role=status]').text()).toBe('')
})
