import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render } from '@/test/render'
import { button, field, words } from '@/test/within'
import CategoryPicker from './CategoryPicker.vue'

function shown(begun: string[]) {
  const chosen = ref(begun)
  return { chosen, picker: render(defineComponent(() => () => h(CategoryPicker, { known: ['Minuman > Kopi', 'Roti'], modelValue: chosen.value, 'onUpdate:modelValue': (now: string[]) => (chosen.value = now) }))) }
}

it('takes a category once, by its button or by Enter, and offers those of known products', async () => {
  const { chosen, picker } = shown([])
  const input = field(picker, 'Kategori')
  expect(picker.get(`datalist[id="${input.attributes('list')}"]`).findAll('option').map((option) => option.attributes('value'))).toEqual(['Minuman > Kopi', 'Roti'])
  input.element.value = ' Minuman > Kopi '
  await input.trigger('input')
  await input.trigger('keydown', { key: 'Enter' })
  expect(chosen.value).toEqual(['Minuman > Kopi'])
  expect(input.element.value).toBe('')
  input.element.value = 'Minuman > Kopi'
  await input.trigger('input')
  await button(picker, 'Tambah').trigger('click')
  expect(chosen.value).toEqual(['Minuman > Kopi'])
})

it('reads as a path, and each is taken out by its name', async () => {
  const { chosen, picker } = shown(['Minuman > Kopi', 'Roti'])
  expect(picker.findAll('span').map(words)).toEqual(['Minuman › Kopi', 'Roti'])
  await button(picker, 'Hapus kategori Minuman > Kopi').trigger('click')
  expect(chosen.value).toEqual(['Roti'])
})
