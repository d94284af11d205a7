import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { button, field } from '@/test/within'
import WordPicker from './WordPicker.vue'

const shown = (modelValue: string[], { apart, searching }: { apart?: RegExp; searching?: boolean } = {}) => render(WordPicker, { props: { label: 'Produk', hint: 'SKU', known: [{ value: '899', text: 'Kopi bubuk' }], removal: (word: string) => `Hapus ${word}`, apart, searching, modelValue } })
const last = (picker: ReturnType<typeof shown>) => picker.emitted('update:modelValue')?.at(-1)

it('takes a word once, told while it is written, and leaves out the blanks around it', async () => {
  const picker = shown(['123'])
  const input = field(picker, 'Produk')
  await input.setValue(' 899 ')
  expect(picker.emitted('writing')).toEqual([[' 899 ']])
  expect(last(picker)).toEqual([['123', '899']])
  expect(input.element.value).toBe('')
  await picker.setProps({ modelValue: ['123', '899'] } as never)
  input.element.value = '123'
  await input.trigger('input')
  await button(picker, 'Tambah').trigger('click')
  expect(picker.emitted('update:modelValue')).toHaveLength(1)
})

it('takes a pasted column of a sheet as so many words', async () => {
  const paste = async (text: string, apart?: RegExp) => {
    const picker = shown([], { apart })
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: () => text } })
    field(picker, 'Produk').element.dispatchEvent(event)
    return { taken: last(picker), prevented: event.defaultPrevented }
  }
  expect(await paste('899\n123\n899\n')).toEqual({ taken: [['899', '123']], prevented: true })
  expect(await paste('899, 123', /[,;]+/)).toEqual({ taken: [['899', '123']], prevented: true })
  expect(await paste('Kapal Api\n')).toEqual({ taken: undefined, prevented: false })
})

it('shows the name of a known word beside it in the list, and takes a chosen one away', async () => {
  const picker = shown(['899', '123'])
  const option = picker.get(`datalist[id="${field(picker, 'Produk').attributes('list')}"] option`)
  expect([option.attributes('value'), option.text()]).toEqual(['899', 'Kopi bubuk'])
  await button(picker, 'Hapus 899').trigger('click')
  expect(last(picker)).toEqual([['123']])
})

it('where it is searched in, takes on leaving only what is known, and anything by its button', async () => {
  const picker = shown([], { searching: true })
  const input = field(picker, 'Produk')
  await input.setValue('kopi')
  expect(last(picker)).toBeUndefined()
  await button(picker, 'Tambah').trigger('click')
  expect(last(picker)).toEqual([['kopi']])
  await input.setValue('899')
  expect(last(picker)).toEqual([['kopi', '899']])
})
