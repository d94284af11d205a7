import { ref } from 'vue'
import { expect, it } from 'vitest'
import { useRows } from './useRows'

it('is whole once read, and says what went wrong', async () => {
  const data = ref<{ items: number[] }>()
  let read = 0
  const rows = useRows({ data, error: ref(new Error('x')), status: ref('error' as const), refetch: async () => void read++ })
  expect([rows.status.value, rows.error.value?.code, rows.hasMore.value]).toEqual(['error', 'unexpected', false])
  data.value = { items: [1, 2] }
  expect([rows.status.value, rows.items.value]).toEqual(['success', [1, 2]])
  await rows.load()
  expect(read).toBe(1)
})
