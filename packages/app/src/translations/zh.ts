import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from './ref';

const zh = createTranslationMessages({
  ref: portalTranslationRef,
  full: true,
  messages: {
    'nav.home': '首页',
    'nav.menu': '菜单',
    'title.agentScaling': '智能体伸缩',
    'title.aiModels': 'AI 模型',
    'title.catalog': '软件目录',
    'title.create': '创建',
    'title.docs': '文档',
    'title.apis': 'API',
    'title.catalogGraph': '目录关系图',
    'title.register': '注册实体',
    'title.kubernetes': 'Kubernetes',
    'title.settings': '设置',
    'title.search': '搜索',
    'title.notifications': '通知',
    'title.templates': '模板',
    'title.tasks': '任务',
    'title.actions': '动作',
    'title.templateEditor': '模板编辑器',
    'title.templatingExtensions': '模板扩展',
    'title.general': '常规',
    'title.authProviders': '认证提供方',
    'title.featureFlags': '功能开关',
    'signIn.title': '索克智能体门户',
    'signIn.oidcTitle': '单点登录',
    'signIn.oidcMessage': '使用您的组织账号登录',
    'signIn.unknownProvider':
      'app.signIn.provider 的值为“{{provider}}”，请使用“guest”或“oidc”。',
  },
});

export default zh;
