import { useQuery } from '@pinia/colada'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import { useReread } from './useReread'

it('reads anew what is shown, and a reading that fails is no failure of who asked for it', async () => {
  let reads = 0
  let reread!: ReturnType<typeof useReread>
  let status!: () => string
  render(
    defineComponent({
      setup() {
        const shown = useQuery({
          key: ['shown'],
          query: async () => {
            if (++reads > 1) throw new Problem(503, 'try_again_later', 'Later', undefined, undefined)
            return 'as it was'
          },
        })
        status = () => shown.status.value
        reread = useReread()
        return () => null
      },
    }),
  )
  await flushPromises()
  expect(status()).toBe('success')

  await expect(reread(['shown'], ['not shown'])).resolves.toBeUndefined()
  expect(reads).toBe(2)
  expect(status()).toBe('error')
})
