import { nextTick, ref } from 'vue'
import { expect, it } from 'vitest'
import { useActiveOption } from './useActiveOption'

const key = (name: string) => new KeyboardEvent('keydown', { key: name, cancelable: true })

it('walks by arrows, round at the ends, and starts anew when what it stood on is gone', async () => {
  const options = ref([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  const { active, onKey } = useActiveOption(() => options.value)
  expect(active.value?.id).toBe('a')
  onKey(key('ArrowUp'))
  expect(active.value?.id).toBe('c')
  expect(onKey(key('Home'))).toBe(false)
  options.value = [{ id: 'a' }, { id: 'b' }]
  await nextTick()
  expect(active.value?.id).toBe('a')
})
