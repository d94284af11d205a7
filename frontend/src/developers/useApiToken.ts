import { readonly, ref } from 'vue'

const token = ref('')

/** The token that operations are tried with: of this page alone, gone when it is closed. */
export function useApiToken() {
  return { token: readonly(token), hold: (held: string) => (token.value = held.trim()) }
}
