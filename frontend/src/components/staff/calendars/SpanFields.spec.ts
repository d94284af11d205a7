import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { ref } from 'vue'
import { render } from '@/test/render'
import type { SpanDraft } from './spans'
import SpanFields from './SpanFields.vue'

it('a span that is added gets the focus, and a refusal stands at its own', async () => {
  const spans = ref<SpanDraft[]>([{ from: '2026-12-12', until: '' }])
  const fields = render(SpanFields, {
    props: {
      modelValue: spans.value,
      'onUpdate:modelValue': (changed: SpanDraft[]) => fields.setProps({ modelValue: changed }),
      refusal: (pointer: string) => (pointer.startsWith('/spans/1') ? 'Wajib diisi.' : undefined),
    },
  })
  expect(fields.text()).not.toContain('Wajib diisi.')
  await fields.findAll('button').find((button) => button.text() === 'Tambah hari')!.trigger('click')
  await flushPromises()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Hari pertama, rentang 2')
  expect(fields.findAll('li')[1]!.text()).toContain('Wajib diisi.')
  await fields.find('button[aria-label="Hapus rentang 2"]').trigger('click')
  expect(fields.findAll('li')).toHaveLength(1)
})
