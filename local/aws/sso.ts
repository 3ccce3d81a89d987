import { AwsError, type Operations, text } from './model.ts';

/** IAM Identity Center's portal. It exchanges an SSO login for a role's credentials. */
export const sso: Operations = {
  GetRoleCredentials: {
    access: 'open',
    write: false,
    run: (call, state) => {
      const login = state.ssoLogins.get(call.headers['x-amz-sso_bearer_token'] ?? '');
      if (!login || login.expires <= state.now()) {
        throw new AwsError(401, 'UnauthorizedException', 'Session token not found or invalid');
      }
      const [accountId, roleName] = [text(call, 'account_id'), text(call, 'role_name')];
      const granted = login.roles.some(role => role.accountId === accountId && role.roleName === roleName);
      const role = [...state.roles.values()].find(
        ({ accountId: id, name }) => id === accountId && name === roleName,
      );
      if (!granted || !role) throw new AwsError(403, 'ForbiddenException', 'No access');
      const { accessKeyId, secretAccessKey, sessionToken, expires } = state.startSession(
        role,
        'sso-user',
        3600,
      );
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          roleCredentials: { accessKeyId, secretAccessKey, sessionToken, expiration: expires },
        }),
      };
    },
  },
};
