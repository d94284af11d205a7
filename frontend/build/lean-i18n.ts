import type { Plugin } from 'vite'

/**
 * vue-i18n reads Vue as a whole namespace to find one function, which keeps all of Vue in the bundle.
 * Naming that function lets the rest be shaken off; where the text differs in a later version, nothing is changed.
 */
export function leanI18n(): Plugin {
  return {
    name: 'setia-lean-i18n',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/vue-i18n/dist/') || !/if \(key in Vue\) \{\s*return Vue\[key\];/.test(code)) return null
      return {
        code: code
          .replace("import * as Vue from 'vue';", "import { getCurrentInstance as vueInstance } from 'vue';")
          .replace(/if \(key in Vue\) \{\s*return Vue\[key\];\s*\}\s*else \{\s*return Vue\.getCurrentInstance\(\);\s*\}/, 'return vueInstance();'),
        map: null,
      }
    },
  }
}
