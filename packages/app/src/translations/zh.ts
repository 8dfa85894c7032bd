import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from './ref';

const zh = createTranslationMessages({
  ref: portalTranslationRef,
  full: true,
  messages: {
    'nav.home': '首页',
    'nav.search': '搜索',
    'nav.menu': '菜单',
    'nav.settings': '设置',
    'nav.agents': '智能体伸缩',
    'nav.models': 'AI 模型',
    'nav.catalog': '软件目录',
    'nav.create': '创建',
    'nav.docs': '文档',
    'nav.apis': 'API',
    'nav.graph': '目录关系图',
    'nav.register': '注册实体',
    'nav.kubernetes': 'Kubernetes',
    'signIn.title': '索克智能体门户',
    'signIn.oidcTitle': '单点登录',
    'signIn.oidcMessage': '使用您的组织账号登录',
    'signIn.unknownProvider':
      'app.signIn.provider 的值为“{{provider}}”，请使用“guest”或“oidc”。',
  },
});

export default zh;
